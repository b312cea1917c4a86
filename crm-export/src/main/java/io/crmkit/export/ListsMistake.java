package io.crmkit.export;

/**
 * What is wrong with criteria in JSON.
 *
 * @param at where, as a JSON pointer, such as {@code /lists/0/criterion/all/1}; empty for the document
 * @param problem what is wrong, without values, which may be personal
 * @param advice what to write instead
 * @since 0.1
 */
public record ListsMistake(String at, String problem, String advice) {
    @Override
    public String toString() {
        return (at.isEmpty() ? "/" : at) + ": " + problem + ". " + advice;
    }
}
