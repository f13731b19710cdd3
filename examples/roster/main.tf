terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

data "connect_routing_profile" "sales" {
  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
  name        = "Sales"
}

data "connect_security_profile" "agent" {
  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
  name        = "Agent"
}

resource "connect_user" "berlin" {
  for_each             = { for person in csvdecode(file("berlin.csv")) : person.name => person }
  instance_id          = "11111111-aaaa-4bbb-8ccc-000000000001"
  name                 = each.key
  routing_profile_id   = data.connect_routing_profile.sales.routing_profile_id
  security_profile_ids = [data.connect_security_profile.agent.security_profile_id]
  identity_info {
    first_name = each.value.first_name
    last_name  = each.value.last_name
  }
}

resource "connect_traffic_distribution_group_users" "everywhere" {
  instance_id                   = "11111111-aaaa-4bbb-8ccc-000000000001"
  traffic_distribution_group_id = "22222222-aaaa-4bbb-8ccc-000000000002"
  user_ids                      = [for user in connect_user.berlin : user.user_id]
}
