/** The API documents of all services, in one place. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.gateway.docs;
