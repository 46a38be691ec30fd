/** What every operation's documentation says without being told. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.openapi;
