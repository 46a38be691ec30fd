/** The small page behind the links in mails. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.gateway.portal;
