package io.controlcenter.order;

import io.controlcenter.platform.test.ServiceContract;

@OrderServiceTest
class OrderContractIT extends ServiceContract {}
