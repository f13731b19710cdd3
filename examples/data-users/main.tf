terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

data "connect_users" "sales" {
  instance_id        = "11111111-aaaa-4bbb-8ccc-000000000001"
  routing_profile_id = "33333333-aaaa-4bbb-8ccc-000000000002"
  tags               = { site = "Leeds" }
}

resource "connect_traffic_distribution_group_users" "team" {
  instance_id                   = data.connect_users.sales.instance_id
  traffic_distribution_group_id = "22222222-aaaa-4bbb-8ccc-000000000002"
  user_ids                      = data.connect_users.sales.user_ids
}
