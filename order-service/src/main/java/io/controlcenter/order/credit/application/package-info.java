@org.jspecify.annotations.NullMarked
package io.controlcenter.order.credit.application;
