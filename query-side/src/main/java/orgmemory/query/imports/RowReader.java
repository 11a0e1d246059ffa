// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orgmemory.access.Sentences;
import orgmemory.message.Json;
import orgmemory.message.Texts;
import orgmemory.message.budget.LineId;
import orgmemory.query.imports.ImportFields.ImportField;
import orgmemory.query.imports.Table.Row;
import tools.jackson.databind.node.ObjectNode;

/** Makes a command of a row, and says of each field in the reader's words what cannot be read. */
final class RowReader {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern HEBREW = Pattern.compile("\\p{IsHebrew}");
    private static final Pattern LIST = Pattern.compile("[;\n]");
    private static final int SHOWN = 60;

    private final Table table;
    private final Mapping mapping;
    private final List<ImportField> fields;
    private final CellValues values;
    private final Sentences sentences;
    private final Locale language;
    private final String source;
    private final Pattern totals;

    /** @param source where the rows come from, unless one says so itself */
    RowReader(Table table, Mapping mapping, Sentences sentences, Locale language, String source) {
        this.table = table;
        this.mapping = mapping;
        this.fields = mapping.fields();
        this.values = new CellValues(sentences, mapping.unit());
        this.sentences = sentences;
        this.language = language;
        this.source = source;
        this.totals = Pattern.compile(Stream.of(Sentences.HEBREW, Sentences.ENGLISH)
                .flatMap(each -> Stream.of(sentences.say("import.totals", List.of(), each).split("\\|", -1)))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")(?!\\p{L})(?<more>.*)")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** What the row says; its key is made by whoever knows the other rows. */
    ReadRow read(Row row) {
        var texts = texts(row);
        if (isTotal(row, texts)) {
            return new ReadRow(row.number(), texts, null, "", List.of(), say("import.row.total"));
        }
        var wrong = new ArrayList<String>();
        long more = row.cells().stream().skip(width()).filter(cell -> !cell.isBlank()).count();
        if (more > 0) {
            wrong.add(say("import.row.too-long", row.cells().size(), table.header().size()));
        }
        var body = Json.mapper().createObjectNode();
        for (var field : fields) {
            var text = texts.getOrDefault(field.path(), "");
            if (text.isBlank()) {
                if (field.required()) {
                    wrong.add(finding(field.path(), say("rule.NotNull")));
                }
            } else {
                put(body, field, text, texts, wrong);
            }
        }
        envelope(body, texts);
        return new ReadRow(row.number(), texts, body, "", List.copyOf(wrong), null);
    }

    /** A line's id is a part of its year's: a table has the line's own. */
    private void put(ObjectNode body, ImportField field, String text, Map<String, String> texts,
            List<String> wrong) {
        var typed = field.type() == LineId.class && text.indexOf(':') < 0 && texts.containsKey("yearId")
                ? texts.get("yearId").strip() + ":" + text.strip()
                : text;
        if (field.list()) {
            var list = body.putArray(field.path());
            Stream.of(LIST.split(typed, -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(list::add);
            return;
        }
        var value = values.of(field, typed);
        if (value.rule() != null) {
            wrong.add(finding(field.path(), say("import.row." + value.rule(), shortened(typed, SHOWN))));
            return;
        }
        var path = field.path().split("\\.", -1);
        var target = path.length == 1
                ? body
                : field.isEnvelope()
                        ? body.withObjectProperty(path[0])
                        : element(body, path[0]);
        if (value.json() instanceof Long number) {
            target.put(path[path.length - 1], number);
        } else {
            target.put(path[path.length - 1], String.valueOf(value.json()));
        }
    }

    private static ObjectNode element(ObjectNode body, String list) {
        var elements = body.withArrayProperty(list);
        return elements.isEmpty() ? elements.addObject() : (ObjectNode) elements.get(0);
    }

    private void envelope(ObjectNode body, Map<String, String> texts) {
        var envelope = body.withObjectProperty("envelope");
        envelope.put("attestation", "IMPORTED");
        if (!envelope.has("sourceRef")) {
            envelope.put("sourceRef", source);
        }
        if (!envelope.has("language")) {
            boolean hebrew = texts.values().stream().anyMatch(text -> HEBREW.matcher(text).find());
            envelope.put("language", hebrew ? "he" : "en");
        }
    }

    private Map<String, String> texts(Row row) {
        var texts = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var column = mapping.columns().get(field.path());
            var text = column == null
                    ? filled(mapping.constants().getOrDefault(field.path(), ""), row)
                    : row.cell(column);
            if (!text.isBlank()) {
                texts.put(field.path(), text);
            }
        }
        return texts;
    }

    private String filled(String constant, Row row) {
        return PLACE.matcher(constant)
                .replaceAll(place -> Matcher.quoteReplacement(place.group(1).equals("row")
                        ? Integer.toString(row.number())
                        : row.cell(Mapping.column(table, place.group(1))).strip()));
    }

    /** A sum of other rows is called so, and stands for no thing of its own. */
    private boolean isTotal(Row row, Map<String, String> texts) {
        boolean lacks = fields.stream()
                .anyMatch(field -> field.required() && mapping.columns().containsKey(field.path())
                        && !texts.containsKey(field.path()));
        return row.cells()
                .stream()
                .filter(cell -> !cell.isBlank() && cell.length() <= SHOWN)
                .map(cell -> totals.matcher(Texts.peeled(cell).replace('״', '"').replace("''", "\"")))
                .filter(Matcher::matches)
                .anyMatch(
                        total -> lacks || total.group("more").chars().noneMatch(Character::isLetterOrDigit));
    }

    private int width() {
        return table.header().size();
    }

    private String finding(String path, String what) {
        return called(path) + " " + what;
    }

    /** What a field is called on screens; its path where it has no other name. */
    String called(String path) {
        var name = path.substring(path.lastIndexOf('.') + 1);
        return Stream.of("import.field." + name, "field." + name)
                .filter(sentences::has)
                .map(this::say)
                .findFirst()
                .orElse(path);
    }

    private String say(String key, Object... arguments) {
        return sentences.say(key, List.of(arguments), language);
    }

    /** A text as far as it is shown. */
    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, text.offsetByCodePoints(0, most / 2)) + "…";
    }
}
