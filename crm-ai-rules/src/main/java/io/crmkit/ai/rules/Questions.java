package io.crmkit.ai.rules;

import java.util.ArrayList;
import java.util.List;

/** What customers ask, in their words. */
final class Questions {
    private static final int MOST = 5;

    private Questions() {}

    static List<String> in(Reading reading, int longest) {
        Words words = reading.words();
        List<String> questions = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < words.size() && questions.size() < MOST; at++) {
            if (words.at(at).is("?") && at > start) {
                String question = words.said(start, at);
                if (question.length() <= longest) {
                    questions.add(question);
                }
            }
            start = words.at(at).stop() && !words.joined(at + 1)
                            || words.at(at).is("?")
                            || words.at(at).is("¿")
                    ? at + 1
                    : start;
        }
        return questions;
    }
}
