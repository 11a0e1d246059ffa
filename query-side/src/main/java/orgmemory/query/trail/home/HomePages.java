// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.home;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.home.Goals;
import orgmemory.query.screen.home.PendingTasks;
import orgmemory.query.screen.home.Notices;
import orgmemory.query.screen.read.TheInstitute;
import orgmemory.query.trail.log.Logs;

/** What needs me, how far have we come, what is new? In an empty memory: what comes first? */
@PageController
final class HomePages {

    private static final int NEW = 6;

    private final ObjectProvider<PendingTasks> needs;
    private final ObjectProvider<Goals> goals;
    private final TheInstitute institute;
    private final FirstSteps steps;
    private final Logs logs;
    private final ObjectProvider<Notices> notices;

    HomePages(ObjectProvider<PendingTasks> needs, ObjectProvider<Goals> goals, TheInstitute institute,
            FirstSteps steps, Logs logs,
            ObjectProvider<Notices> notices) {
        this.needs = needs;
        this.goals = goals;
        this.institute = institute;
        this.steps = steps;
        this.logs = logs;
        this.notices = notices;
    }

    @GetMapping("/")
    String home(@ModelAttribute(name = "page", binding = false) Page page, Model model) {
        var reached = goals.stream().flatMap(topic -> topic.of(page).stream()).toList();
        model.addAttribute("goals", reached);
        model.addAttribute("notices", notices.stream().flatMap(topic -> topic.of(page).stream()).toList());
        model.addAttribute("needs", needs.stream().flatMap(topic -> topic.of(page).stream()).toList());
        model.addAttribute("institute", institute.registered().orElse(null));
        model.addAttribute("news", logs.newest(NEW, page));
        var left = steps.of(page);
        if (reached.isEmpty() || left.stream().anyMatch(step -> !step.done())) {
            model.addAttribute("steps", left);
        }
        return "home/home";
    }
}
