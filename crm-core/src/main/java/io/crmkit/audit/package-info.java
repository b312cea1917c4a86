/** Who did what with whose data: entries, the chain that seals them, and what tells whether it is sound. */
@NullMarked
package io.crmkit.audit;

import org.jspecify.annotations.NullMarked;
