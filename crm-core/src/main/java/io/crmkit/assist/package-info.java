/** The memory put to use: what a chatbot or an agent needs to know about a contact, in one call and sized to fit. */
@NullMarked
package io.crmkit.assist;

import org.jspecify.annotations.NullMarked;
