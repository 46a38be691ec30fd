/** Use cases on users and their grants. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.users.application;
