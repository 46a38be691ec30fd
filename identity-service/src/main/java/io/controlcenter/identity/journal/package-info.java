/** What happened to people's access: kept for their enterprises' administrators, and told to those whom it concerns. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.journal;
