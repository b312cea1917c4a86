package io.crmkit.export;

/**
 * Is told how far an export or an import has come, and may stop it.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Progress {
    /** Nobody asks. */
    Progress NONE = (done, of) -> true;

    /**
     * Called now and then, on the thread that works.
     *
     * @param done contacts so far
     * @param of how many there are; -1 where that is not known
     * @return whether to go on
     */
    boolean at(long done, long of);
}
