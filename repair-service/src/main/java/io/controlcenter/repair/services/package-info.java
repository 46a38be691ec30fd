/** The services that tickets can be opened on, as ordering tells them by event. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.services;
