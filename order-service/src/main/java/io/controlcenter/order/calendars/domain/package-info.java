@org.jspecify.annotations.NullMarked
package io.controlcenter.order.calendars.domain;
