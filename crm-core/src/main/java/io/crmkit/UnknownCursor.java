package io.crmkit;

/**
 * The cursor given does not come from a page of this list. Begin with the first page.
 *
 * @since 0.1
 */
public final class UnknownCursor extends CrmException {
    public UnknownCursor() {
        super("The cursor does not come from a page of this list: begin again without one");
    }
}
