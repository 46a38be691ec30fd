/** Files of a ticket. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.attachments;
