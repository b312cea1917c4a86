package io.crmkit.membership;

import io.crmkit.contact.Contacts;
import org.jspecify.annotations.Nullable;

/**
 * How far it has been looked at all contacts by the present definitions of the segments.
 *
 * @param definitions stands for them
 * @param reached null if nobody was looked at yet
 * @param done whether all were
 * @since 0.1
 */
public record Survey(String definitions, Contacts.@Nullable Cursor reached, boolean done) {}
