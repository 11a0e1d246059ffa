// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import static orgmemory.message.people.ManagerKind.DOMAIN;
import static orgmemory.message.people.ManagerKind.INFRASTRUCTURE;
import static orgmemory.message.people.ManagerKind.PROJECT;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import orgmemory.message.Capacity;
import orgmemory.message.people.AccountMessages.MakeToken;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AssignAccountableManager;
import orgmemory.message.people.AreaMessages.OpenArea;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.GrantMessages.GrantRole;
import orgmemory.message.people.InstituteId;
import orgmemory.message.people.InstituteMessages.RegisterInstitute;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.ManagerMessages.AppointManager;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.RegisterPerson;

/** Who takes part: fifteen managers, each accountable for one area, and those who hold a role beside them. */
final class Cast {

    /** A manager and the area of the same code. */
    record Manager(String code, String name, String latinName, ManagerKind kind, String area,
            String latinArea,
            LocalDate since, int timeSharePercent) {

        PersonId personId() {
            return new PersonId(code);
        }

        AreaId areaId() {
            return new AreaId(code);
        }

        AreaType areaType() {
            return AreaType.valueOf(kind.name());
        }
    }

    /** Somebody who holds a role and manages no area. */
    record RoleHolder(String code, String name, String latinName, Capacity role) {
    }

    static final List<Manager> MANAGERS = List.of(
            manager("D1", "נועה ברקאי", "Noa Barkai", DOMAIN, "ליווי בתי ספר", "School accompaniment",
                    "2009-09", 80),
            manager("D2", "אמיר חדאד", "Amir Haddad", DOMAIN, "ערים חינוכיות", "Education cities", "2011-01",
                    90),
            manager("D3", "יעל שטרן", "Yael Stern", DOMAIN, "הכשרת מורים", "Teacher education", "2008-09",
                    70),
            manager("D4", "ראמי ח'ורי", "Rami Khoury", DOMAIN, "חברה משותפת", "Shared society", "2013-09",
                    60),
            manager("D5", "תמר לוין", "Tamar Levin", DOMAIN, "הגיל הרך", "Early childhood", "2014-09", 50),
            manager("D6", "איתן גל", "Eitan Gal", DOMAIN, "ידע ומחקר", "Knowledge and research", "2012-03",
                    40),
            manager("I1", "דורית פלד", "Dorit Peled", INFRASTRUCTURE, "תשתיות", "Finance, systems, people",
                    "2010-05", 100),
            manager("P1", "ליאור מזרחי", "Lior Mizrahi", PROJECT, "תכנית מנהלי בתי ספר",
                    "Principals' programme", "2013-01", 50),
            manager("P2", "מאיה אזולאי", "Maya Azulay", PROJECT, "מנהיגות נוער", "Youth leadership",
                    "2014-09", 40),
            manager("P3", "סאמי נאסר", "Sami Nasser", PROJECT, "ערים מעורבות", "Mixed cities", "2015-02", 30),
            manager("P4", "הילה רוזן", "Hila Rozen", PROJECT, "למידה דיגיטלית", "Digital learning", "2015-09",
                    25),
            manager("P5", "גיל עובדיה", "Gil Ovadia", PROJECT, "קהילות בית-ספריות", "Community schools",
                    "2012-09", 50),
            manager("P6", "אורנה וייס", "Orna Weiss", PROJECT, "חממה", "Incubator", "2011-09", 35),
            manager("P7", "קרן טל", "Keren Tal", PROJECT, "הכלה", "Inclusion", "2015-09", 30),
            manager("P8", "דניאל אבבה", "Daniel Abebe", PROJECT, "רשת בוגרים", "Graduates' network",
                    "2015-09", 20));

    /** The first memory keeper, whom the service itself registers; everybody else is entered by people. */
    static final RoleHolder KEEPER = new RoleHolder("MEM", "רות אלמוג", "Ruth Almog", Capacity.MEM);

    static final List<RoleHolder> ROLE_HOLDERS = List.of(
            new RoleHolder("MM1", "עמוס ביטון", "Amos Biton", Capacity.MM),
            new RoleHolder("MM2", "רים זועבי", "Reem Zoabi", Capacity.MM),
            new RoleHolder("BST", "אבי סגל", "Avi Segal", Capacity.BST),
            new RoleHolder("MEM2", "מרים דהן", "Miriam Dahan", Capacity.MEM),
            new RoleHolder("REC", "שירה כץ", "Shira Katz", Capacity.REC),
            new RoleHolder("AUD", "יוסי אדלר", "Yossi Adler", Capacity.AUD),
            new RoleHolder("DPO", "לילך שרון", "Lilach Sharon", Capacity.DPO));

    /** What each one's token is for. */
    static final String TOKEN = "demo";

    /** Beside the fifteen areas; whoever looks after the network of graduates answers for it too. */
    static final AreaId MARKETING = new AreaId("MKT");

    static final String MARKETING_MANAGER = "P8";

    static final LocalDate GOES_LIVE = LocalDate.of(2016, 9, 1);

    private Cast() {
    }

    /** Everybody, the managers first. */
    static Stream<PersonId> everybody() {
        return Stream.of(MANAGERS.stream().map(Manager::code), Stream.of(KEEPER.code()),
                ROLE_HOLDERS.stream().map(RoleHolder::code))
                .flatMap(codes -> codes)
                .map(PersonId::new);
    }

    /** How they all come into the memory on the day it goes live, and have their programs ask it on the next. */
    static void tell(Story story) {
        story.on(GOES_LIVE);
        var keeper = new PersonId(KEEPER.code());
        story.byTheService(new RegisterPerson(keeper, KEEPER.name(), KEEPER.latinName()));
        story.byTheService(new GrantRole(keeper, KEEPER.role(), null, null));
        story.by("MEM", new RegisterInstitute(new InstituteId("institute"), "המכון לחינוך דמוקרטי (הדגמה)",
                "The Institute for Democratic Education (demo)"));
        for (var holder : ROLE_HOLDERS) {
            var person = new PersonId(holder.code());
            story.by("MEM", new RegisterPerson(person, holder.name(), holder.latinName()));
            story.by("MEM", new GrantRole(person, holder.role(), null, null));
        }
        for (var manager : MANAGERS) {
            story.by("MEM", new RegisterPerson(manager.personId(), manager.name(), manager.latinName()));
            story.by("MM1", new AppointManager(manager.personId(), manager.kind(), manager.since(),
                    manager.timeSharePercent()));
            story.by("MM1", new OpenArea(manager.areaId(), manager.areaType(), manager.area(),
                    manager.latinArea()));
            story.by("MM1", new AssignAccountableManager(manager.areaId(), manager.personId(), GOES_LIVE));
        }
        story.on(GOES_LIVE.plusDays(1));
        everybody()
                .forEach(person -> story.by(person.value(), new MakeToken(person, tokenId(person), TOKEN)));
        story.by("MM1", new OpenArea(MARKETING, AreaType.INFRASTRUCTURE, "שיווק", "Marketing"));
        story.by("MM1", new AssignAccountableManager(MARKETING, new PersonId(MARKETING_MANAGER),
                GOES_LIVE.plusDays(1)));
    }

    /** The same each time the story is told, so that a step that was told before is known again. It opens nothing. */
    private static UUID tokenId(PersonId person) {
        return UUID.nameUUIDFromBytes(("demo token " + person).getBytes(StandardCharsets.UTF_8));
    }

    private static Manager manager(String code, String name, String latinName, ManagerKind kind, String area,
            String latinArea, String since, int timeSharePercent) {
        return new Manager(code, name, latinName, kind, area, latinArea, LocalDate.parse(since + "-01"),
                timeSharePercent);
    }
}
