package io.crmkit.outreach;

import io.crmkit.interaction.Author;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a message to be sent.
 *
 * @param name of the actor
 * @param bulk the job it is part of, which tries it again by itself; null if none
 */
public record Sender(Author author, String name, @Nullable UUID bulk) {}
