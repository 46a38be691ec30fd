package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import java.util.List;

/** Services for which the work of a completed window came to another end. */
public record ServiceException(List<String> serviceIds, ServiceOutcome outcome) {}
