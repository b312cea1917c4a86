package io.crmkit.dashboard;

/** That something could not be shown or done, and what to do about it. */
record ProblemView(Frame frame, String text, String advice) implements View {
    static ProblemView of(Visit visit, String what) {
        Words words = visit.words();
        return new ProblemView(
                visit.frame("", words.say("problem." + what)),
                words.say("problem." + what),
                words.say("problem." + what + ".advice"));
    }
}
