package io.crmkit.move;

/**
 * How far the taking over of an archive has come.
 *
 * @param records so many of its records are taken over or were left out, from the first one on
 * @param print what stands for those, the same for the same ones
 * @param ended whether all of it was taken over
 * @since 0.1
 */
public record Move(long records, long print, boolean ended) {
    /** Nothing was taken over yet. */
    public static final Move BEGINNING = new Move(0, 0, false);
}
