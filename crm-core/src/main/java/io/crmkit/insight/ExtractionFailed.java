package io.crmkit.insight;

import io.crmkit.CrmException;

/** An extractor cannot read a window and will not be able to later. */
final class ExtractionFailed extends CrmException {
    private static final long serialVersionUID = 1L;

    ExtractionFailed(String extractor) {
        super("The extractor " + extractor + " cannot read a window: see its own log");
    }
}
