package io.crmkit.export;

/** Reading ends here, because of a mistake. */
final class Mistaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ListsMistake mistake;

    Mistaken(String at, String problem, String advice) {
        super(null, null, false, false);
        this.mistake = new ListsMistake(at, problem, advice);
    }

    ListsMistake mistake() {
        return mistake;
    }
}
