/** What is said, in words and tables, to one reader. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.content.domain;
