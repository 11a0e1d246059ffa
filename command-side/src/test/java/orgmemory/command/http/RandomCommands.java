// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Commands of all kinds in any order, about a few people, areas and a budget year: many are refused, some come late, some
 * twice, some are imported, some name versions. Ids carry a prefix, {@code @}, so that the same can be sent twice over.
 */
final class RandomCommands {

    private static final List<String> KINDS = List.of("DOMAIN", "INFRASTRUCTURE", "PROJECT");

    private static final List<String> TRANSFER_ANSWERS = List.of("AcceptSolidarityTransfer",
            "DeclineSolidarityTransfer", "WithdrawSolidarityOffer");

    private static final List<String> CUT_ANSWERS = List.of("AcceptBudgetCut", "WithdrawBudgetCut",
            "RejectBudgetCut");

    private final Random random;
    private int key;

    RandomCommands(long seed) {
        this.random = new Random(seed);
    }

    /** So many lines; {@code #n} stands for the id of the n-th event of the budget year. */
    List<String> lines(int count) {
        var lines = new ArrayList<String>();
        while (lines.size() < count) {
            var line = line();
            lines.add(line);
            if (random.nextInt(8) == 0) {
                lines.add(line);
            }
        }
        return lines;
    }

    private String line() {
        var parts = new ArrayList<String>();
        parts.add("'command':" + command());
        if (random.nextInt(4) == 0) {
            parts.add("'idempotencyKey':'@k" + (random.nextInt(6) == 0 ? random.nextInt(1 + key) : key++)
                    + "'");
        }
        if (random.nextInt(12) == 0) {
            parts.add("'ifMatch':" + random.nextInt(4));
        }
        if (random.nextInt(3) > 0) {
            parts.add("'envelope':{'occurredOn':'2017-0%d-1%d'%s}".formatted(1 + random.nextInt(3),
                    random.nextInt(9), random.nextInt(2) == 0 ? ",'attestation':'IMPORTED'" : ""));
        }
        return random.nextInt(40) == 0 ? "no line" : "{" + String.join(",", parts) + "}";
    }

    private String command() {
        int person = random.nextInt(5);
        int area = random.nextInt(3);
        return switch (random.nextInt(28)) {
            case 0 -> said("RegisterPerson", "'personId':'@P%d','name':'x'".formatted(person));
            case 1 -> said("RegisterBody", "'bodyId':'@B%d','name':'x'".formatted(person));
            case 2 -> manager(person);
            case 3 -> said("GrantRole", "'personId':'@P%d','role':'%s'".formatted(person,
                    random.nextBoolean() ? "REC" : "MM"));
            case 4 -> switch (random.nextInt(6)) {
                case 0, 1 ->
                    said("RenameArea", "'areaId':'@A%d','name':'x%d'".formatted(area, random.nextInt(3)));
                case 2 -> said("CloseArea", "'areaId':'@A%d','reason':'x'".formatted(area));
                default -> said("OpenArea", "'areaId':'@A%d','type':'DOMAIN','name':'x'".formatted(area));
            };
            case 5 ->
                said("AssignAccountableManager", "'areaId':'@A%d','managerId':'@P%d','from':'2017-0%d-01'"
                        .formatted(area, person, 1 + random.nextInt(6)));
            case 6 -> said("OpenBudgetYear", "'yearId':'@Y','from':'2017-01-01','to':'2017-12-31'");
            case 7 -> said("ReviseLineDraft", "'yearId':'@Y','lineId':'@Y:D%d','amountAgorot':%d,'reason':'x'"
                    .formatted(random.nextInt(6), random.nextInt(1_000)));
            case 8, 19 -> said("DraftBudgetLine",
                    "'yearId':'@Y','lineId':'@Y:D%d','title':'x','amountAgorot':%d%s".formatted(
                            random.nextInt(6), random.nextInt(1_000),
                            random.nextBoolean() ? "" : ",'areaId':'@A" + area + "'"));
            case 9 -> said("RecordRevenueForecast",
                    "'yearId':'@Y','amountAgorot':%d,'source':'x'".formatted(random.nextInt(1_000)));
            case 10 -> random.nextInt(3) == 0
                    ? said("ReleaseArea", "'yearId':'@Y','areaId':'@A%d'".formatted(area))
                    : said(random.nextBoolean() ? "PublishFullView" : "AcknowledgeFullView", "'yearId':'@Y'");
            case 11 -> random.nextInt(3) == 0
                    ? said("AdjustRequiredCut",
                            "'yearId':'@Y','roundId':'@R%d','requiredAgorot':%d,'reason':'x'"
                                    .formatted(random.nextInt(2), 1 + random.nextInt(900)))
                    : said("OpenCutRound", "'yearId':'@Y','roundId':'@R%d','requiredAgorot':500,'cause':'x'"
                            .formatted(random.nextInt(2)));
            case 12 -> said("ProposeBudgetCut", ("'yearId':'@Y','roundId':'@R%d','cutId':'@C%d',"
                    + "'kind':'COMMON_LINE','lineId':'@Y:D%d','amountAgorot':%d,'reason':'x','expectedConsequence':'x'")
                    .formatted(random.nextInt(2), random.nextInt(9), random.nextInt(6),
                            1 + random.nextInt(400)));
            case 13 -> said(CUT_ANSWERS.get(random.nextInt(CUT_ANSWERS.size())),
                    "'yearId':'@Y','cutId':'@C%d','reason':'x'".formatted(random.nextInt(9)));
            case 14 -> said("AmendBudgetCut",
                    "'yearId':'@Y','cutId':'@C%d','amountAgorot':%d,'reason':'y','expectedConsequence':'y'"
                            .formatted(random.nextInt(9), 1 + random.nextInt(400)));
            case 15, 16 -> solidarity();
            case 17 -> random.nextBoolean() ? shares() : movement();
            case 22 -> said("OpenConsultation",
                    "'consultationId':'@K%d','kind':'PAIR','question':'x','answerBy':'2017-03-01',"
                            .formatted(area)
                            + "'invited':[{'personId':'@P%d','mustBeConsulted':%b}]".formatted(person,
                                    random.nextBoolean()));
            case 23 -> said("RecordConsultation",
                    "'consultationId':'@K%d','kind':'PAIR','question':'x','heard':'x','participants':['@P%d']"
                            .formatted(area, person));
            case 24 -> consultation(area, person);
            case 25 -> said("LinkConsultation", "'consultationId':'@K%d','to':'%s'".formatted(area,
                    random.nextBoolean()
                            ? "cut/@C" + random.nextInt(9)
                            : "round/@R" + random.nextInt(2)));
            case 26 -> group(area, person);
            case 27 -> said("JoinLearningGroup", "'groupId':'@G%d','relevance':'x','personId':'@P%d'"
                    .formatted(random.nextInt(2), person));
            case 18 -> said("AnnulRecord",
                    "'stream':'budget-year/@Y','eventId':'#%d','reason':'x'".formatted(random.nextInt(12)));
            default -> said("CorrectRecord", ("'stream':'budget-year/@Y','eventId':'#%d','reason':'x',"
                    + "'occurredOn':'2017-0%d-20'").formatted(random.nextInt(12), 1 + random.nextInt(3)));
        };
    }

    private String manager(int person) {
        return switch (random.nextInt(6)) {
            case 0 -> said("StartLeave", "'personId':'@P%d','from':'2017-0%d-01'".formatted(person,
                    1 + random.nextInt(6)));
            case 1 -> said("EndLeave", "'personId':'@P%d'".formatted(person));
            default -> said("AppointManager",
                    "'personId':'@P%d','kind':'%s','tenureStart':'2017-01-01','timeSharePercent':50"
                            .formatted(person, KINDS.get(random.nextInt(KINDS.size()))));
        };
    }

    private String solidarity() {
        int transfer = random.nextInt(6);
        int line = random.nextInt(6);
        return switch (random.nextInt(6)) {
            case 0 -> said("OfferSolidarityTransfer", offer(transfer, line, "FUNDS", "line/@Y:D", ""));
            case 1 -> said("OfferSolidarityTransfer", offer(transfer, line, "GAP_COVER", "round/@R",
                    ",'roundId':'@R%d'"));
            case 2 -> said("OfferSolidarityTransfer", offer(transfer, line, "SHARE_ABSORPTION", "line/@Y:D",
                    ",'roundId':'@R%d'"));
            case 3 -> said("ReverseSolidarityTransfer",
                    "'yearId':'@Y','transferId':'@S%d','amountAgorot':%d,'reason':'x'".formatted(transfer,
                            1 + random.nextInt(200)));
            default -> said(TRANSFER_ANSWERS.get(random.nextInt(TRANSFER_ANSWERS.size())),
                    "'yearId':'@Y','transferId':'@S%d'".formatted(transfer));
        };
    }

    private String offer(int transfer, int line, String kind, String to, String ofRound) {
        int other = random.nextInt(2);
        return ("'yearId':'@Y','transferId':'@S%d','kind':'%s','amountAgorot':%d,'fromLineId':'@Y:D%d',"
                + "'to':'%s%d','why':'x','principles':[]%s").formatted(transfer, kind,
                        1 + random.nextInt(200), line, to, other, ofRound.formatted(other));
    }

    private String shares() {
        return said("SetIndicativeShares", ("'yearId':'@Y','roundId':'@R%d','shares':[{'lineId':'@Y:D%d',"
                + "'amountAgorot':%d}],'incomeAgorot':%d").formatted(random.nextInt(2), random.nextInt(6),
                        100 + 100 * random.nextInt(5), 100 * random.nextInt(5)));
    }

    private String movement() {
        return said("RecordPastMovement", ("'yearId':'@Y','movementId':'@M%d','kind':'TRANSFER','title':'x',"
                + "'lines':[{'code':'1','name':'x','amountAgorot':%d,'lineId':'@Y:D%d'}]").formatted(
                        random.nextInt(4), random.nextInt(400) - 200, random.nextInt(6)));
    }

    private String consultation(int consultation, int person) {
        var of = "'consultationId':'@K%d',".formatted(consultation);
        return switch (random.nextInt(4)) {
            case 0 -> said("InviteToConsultation", of + "'personId':'@P%d','mustBeConsulted':true"
                    .formatted(person));
            case 1 -> said("GiveAdvice", of + "'advice':'x'");
            case 2 -> said("CloseConsultation", of + "'summary':'x'");
            default -> said("RespondToAdvice",
                    of + "'adviceId':'@K%d:@P%d','answer':'TAKEN','why':'x'".formatted(consultation, person));
        };
    }

    private String group(int number, int person) {
        var of = "'groupId':'@G%d'".formatted(number % 2);
        return switch (random.nextInt(4)) {
            case 0 -> said("ProposeLearningGroup", of + ",'topic':'x','relevance':'x','rhythm':'MONTHLY'");
            case 1 -> said("AgreeGroupCharter", of + ",'rules':'x','method':'CONSENT',"
                    + "'leadRotation':'ROUND_ROBIN','termMonths':2,'joining':'OPEN'");
            case 2 -> said("EndGroupMembership", of + ",'personId':'@P%d'".formatted(person));
            default -> said("ActivateGroup", of);
        };
    }

    private static String said(String command, String body) {
        return "'" + command + "','body':{" + body + "}";
    }
}
