// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orgmemory.access.Sentences;
import orgmemory.message.consultation.AdviceId;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.read.Labels;
import orgmemory.query.screen.read.Names;
import orgmemory.query.screen.read.States;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A consultation is called by its question, an advice by who gave it. */
@Component
final class ConsultationLabels implements Labels {

    private static final int LONGEST = 80;

    private final States states;
    private final Consultations consultations;
    private final ObjectProvider<Names> names;
    private final Sentences words;

    ConsultationLabels(States states, Consultations consultations, ObjectProvider<Names> names,
            Sentences words) {
        this.states = states;
        this.consultations = consultations;
        this.names = names;
        this.words = words;
    }

    @Override
    public boolean knows(String type) {
        return type.equals("consultation") || type.equals("advice");
    }

    @Override
    public Optional<String> label(String type, String id, Locale language) {
        if (type.equals("advice")) {
            var adviser = new AdviceId(id).adviser().subject();
            return Optional.of(words.say("label.advice",
                    List.of(Fmt.apart(names.getObject().in(language).of(adviser))), language));
        }
        return states.one(consultations, id, BitemporalPoint.NOW)
                .flatMap(state -> Optional.ofNullable(state.it().question()))
                .map(ConsultationLabels::begin);
    }

    /** The first question of it, where that is short, else how it begins, up to a word's end. */
    private static String begin(String question) {
        var line = question.strip().replaceAll("\\s+", " ");
        int mark = line.indexOf('?');
        if (0 < mark && mark < LONGEST) {
            return line.substring(0, mark + 1);
        }
        if (line.length() <= LONGEST) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST);
        int end = space > 0 ? space : LONGEST;
        // Half of a sign that takes two places is none.
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
