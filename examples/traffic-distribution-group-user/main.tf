terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

locals {
  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
}

resource "connect_user" "ada" {
  instance_id          = local.instance_id
  name                 = "ada.lovelace"
  routing_profile_id   = "33333333-aaaa-4bbb-8ccc-000000000001"
  security_profile_ids = ["44444444-aaaa-4bbb-8ccc-000000000001"]

  identity_info {
    first_name = "Ada"
    last_name  = "Lovelace"
  }
}

resource "connect_traffic_distribution_group_user" "ada_everywhere" {
  instance_id                   = local.instance_id
  traffic_distribution_group_id = "arn:aws:connect:us-east-1:123456789012:traffic-distribution-group/22222222-aaaa-4bbb-8ccc-000000000002"
  user_id                       = connect_user.ada.user_id
}
