/** Files of a ticket: what they really are, whether they are clean, and how they are given out. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.attachments;
