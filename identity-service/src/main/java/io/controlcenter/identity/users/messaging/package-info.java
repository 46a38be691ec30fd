/** Users and grants as events. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.users.messaging;
