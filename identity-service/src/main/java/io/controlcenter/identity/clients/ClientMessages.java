package io.controlcenter.identity.clients;

/** The data of the events on {@code identity.client.v1}. */
interface ClientMessages {

    record ClientChanged(String clientId, String status) {}
}
