package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.RequestRefusal;
import java.util.List;

/** What came of asking a request to do something. */
public sealed interface Answer {

    record Made(BillingRequest request) implements Answer {}

    record Refused(List<RequestRefusal> why) implements Answer {}
}
