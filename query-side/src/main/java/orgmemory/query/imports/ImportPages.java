// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.message.Rejected;
import orgmemory.message.people.PersonId;
import orgmemory.query.imports.Uploads.Upload;
import orgmemory.query.screen.LanguagePages;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What would be recorded if this table were taken over, and what came of it? For memory keepers. */
@PageController
@RequestMapping("/import")
@PreAuthorize("hasAuthority('CAPACITY_MEM')")
class ImportPages {

    private static final String CHOOSE = "imports/choose";
    private static final String LOOK = "imports/look";
    private static final String FORM = "table";
    private static final String DONE = "imports/done";

    /** Of a file that is unpacked; packed or not, no more than the server's own limit comes in. */
    private static final int MOST_BYTES = 8 << 20;
    private static final int SHOWN = 200;

    private final Uploads uploads;
    private final Recording recording;
    private final Sentences sentences;
    private final Problems problems;

    ImportPages(Uploads uploads, Recording recording, Sentences sentences, Problems problems) {
        this.uploads = uploads;
        this.recording = recording;
        this.sentences = sentences;
        this.problems = problems;
    }

    @GetMapping
    String choose(Page page, Model model) {
        return choose(page, new ImportForm(Map.of()), model);
    }

    private String choose(Page page, ImportForm form, Model model) {
        model.addAttribute("commands", ImportForm.commands(sentences, page.language()))
                .addAttribute("form", form)
                .addAttribute(LanguagePages.SENT_FORM, FORM);
        return CHOOSE;
    }

    @PostMapping
    String upload(Page page, @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model,
            HttpServletResponse response)
            throws IOException {
        var form = new ImportForm(typed);
        try {
            var chosen = chosen(page, form, file);
            if (typed.containsKey("lang")) {
                chosen.ifPresent(upload -> model.addAttribute("kept",
                        Map.entry(uploads.keep(upload), upload.name())));
                return choose(page, form, model);
            }
            var upload = chosen
                    .orElseThrow(() -> new Rejected(Rejected.Kind.MALFORMED, "import.file.none"))
                    .written(form.options());
            var looked = UploadReading.at(upload, form, upload.written(), recording.imports(), page);
            var shown = look(page, upload, form, looked, model, response);
            model.addAttribute("id", uploads.keep(upload));
            return shown;
        } catch (Rejected wrong) {
            return again(wrong, page, form, model, response);
        }
    }

    /** The file that comes with the form, else the one that came with it when its language changed. */
    private Optional<Upload> chosen(Page page, ImportForm form, @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank()) {
            return Optional.of(form.value("kept"))
                    .filter(kept -> !kept.isEmpty())
                    .map(kept -> uploads.of(kept, me(page)));
        }
        var name = name(file.getOriginalFilename());
        return Optional.of(new Upload(me(page), name,
                TableImport.unpacked(file.getBytes(), name, MOST_BYTES), TableOptions.of(""), null));
    }

    @PostMapping("/{id}")
    String map(Page page, @PathVariable String id, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response) {
        var form = new ImportForm(typed);
        try {
            var upload = uploads.of(id, me(page));
            model.addAttribute("id", id);
            var looked = readAgain(page, id, upload, form);
            if (looked.refusal() != null || !form.value("do").equals("record")) {
                return look(page, upload, form, looked, model, response);
            }
            uploads.finish(id, recording.record(page, looked.reading()));
            return "redirect:/import/" + id;
        } catch (Rejected wrong) {
            return again(wrong, page, form, model, response);
        }
    }

    @GetMapping("/{id}")
    String done(Page page, @PathVariable String id, Model model) {
        var upload = uploads.of(id, me(page));
        var results = upload.results();
        if (results == null) {
            return "redirect:/import";
        }
        var refused = results.stream().filter(result -> result.why() != null).toList();
        model.addAttribute("upload", upload)
                .addAttribute("taken", results.size() - refused.size())
                .addAttribute("refusedCount", refused.size())
                .addAttribute("refused", refused.stream().limit(SHOWN).toList());
        return DONE;
    }

    private String look(Page page, Upload upload, ImportForm form, UploadReading looked, Model model,
            HttpServletResponse response) {
        if (looked.refusal() != null) {
            refuse(looked.refusal(), page, model, response);
        }
        var reading = looked.reading();
        var mapping = reading.mapping();
        var rows = reading.rows();
        model.addAttribute("upload", upload)
                .addAttribute("form", form)
                .addAttribute(LanguagePages.SENT_FORM, FORM)
                .addAttribute("unit", mapping.unit().name().toLowerCase(Locale.ROOT))
                .addAttribute("commands", ImportForm.commands(sentences, page.language()))
                .addAttribute("choices", ImportForm.choices(mapping, sentences, page.language()))
                .addAttribute("columns", ImportForm.columns(reading.table()))
                .addAttribute("shown", rows.stream().limit(SHOWN).toList())
                .addAttribute("all", rows.size())
                .addAttribute("most", SHOWN)
                .addAttribute("right", reading.right().size())
                .addAttribute("wrong", reading.wrong().size())
                .addAttribute("leftOut", reading.leftOut().size());
        return LOOK;
    }

    /** A file that is kept, as it is said to be written; where it cannot be read so, as it last could. */
    private UploadReading readAgain(Page page, String id, Upload upload, ImportForm form) {
        var imports = recording.imports();
        try {
            var options = form.options();
            var looked = UploadReading.at(upload, form, options, imports, page);
            uploads.written(id, options);
            return looked;
        } catch (Rejected wrong) {
            var written = upload.written().with("command", form.value("command"));
            return UploadReading.at(upload, form, written, imports, page).refused(wrong);
        }
    }

    private String again(Rejected wrong, Page page, ImportForm form, Model model,
            HttpServletResponse response) {
        refuse(wrong, page, model, response);
        return choose(page, form, model);
    }

    private void refuse(Rejected wrong, Page page, Model model, HttpServletResponse response) {
        var problem = problems.of(wrong, page.language());
        response.setStatus(problem.status());
        model.addAttribute("refusal", problem.detail());
    }

    /** Browsers send the name alone; some older ones the whole path. */
    private static String name(String sent) {
        return sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceFirst("\\.gz$", "");
    }

    private static PersonId me(Page page) {
        return Objects.requireNonNull(page.reader()).id();
    }
}
