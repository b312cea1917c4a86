package io.crmkit.export;

/**
 * A file that was read and of which something could not be captured.
 *
 * @param file its name, without the folder
 * @param reason one sentence for an operator, without personal data
 * @since 0.1
 */
public record SetAsideFile(String file, String reason) {}
