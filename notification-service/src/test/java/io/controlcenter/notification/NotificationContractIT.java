package io.controlcenter.notification;

import io.controlcenter.platform.test.ServiceContract;

@NotificationServiceTest
class NotificationContractIT extends ServiceContract {}
