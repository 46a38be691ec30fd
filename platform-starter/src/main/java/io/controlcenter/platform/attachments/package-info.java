/** Files that hang on a service's aggregates: what they really are, whether they are clean, and how they are given out. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.attachments;
