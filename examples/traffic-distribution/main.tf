terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

locals {
  share = { us-east-1 = 100, us-west-2 = 0 }
}

resource "connect_traffic_distribution" "night" {
  traffic_distribution_group_id = "arn:aws:connect:us-east-1:123456789012:traffic-distribution-group/22222222-aaaa-4bbb-8ccc-000000000002"

  dynamic "telephony" {
    for_each = local.share
    content {
      region     = telephony.key
      percentage = telephony.value
    }
  }

  dynamic "agent" {
    for_each = local.share
    content {
      region     = agent.key
      percentage = agent.value
    }
  }
}
