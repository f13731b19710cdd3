terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

locals {
  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
  team = {
    "ada.lovelace" = { first_name = "Ada", last_name = "Lovelace" }
    "grace.hopper" = { first_name = "Grace", last_name = "Hopper" }
  }
}

resource "connect_user" "team" {
  for_each             = local.team
  instance_id          = local.instance_id
  name                 = each.key
  routing_profile_id   = "33333333-aaaa-4bbb-8ccc-000000000001"
  security_profile_ids = ["44444444-aaaa-4bbb-8ccc-000000000001"]

  identity_info {
    first_name = each.value.first_name
    last_name  = each.value.last_name
  }
}

resource "connect_traffic_distribution_group_users" "everywhere" {
  instance_id                   = local.instance_id
  traffic_distribution_group_id = "arn:aws:connect:us-east-1:123456789012:traffic-distribution-group/22222222-aaaa-4bbb-8ccc-000000000002"
  user_ids                      = [for user in connect_user.team : user.user_id]
}
