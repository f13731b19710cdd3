terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

data "connect_traffic_distribution_group_users" "teams" {
  instance_id                   = "11111111-aaaa-4bbb-8ccc-000000000001"
  traffic_distribution_group_id = "22222222-aaaa-4bbb-8ccc-000000000001"
}

output "agents_in_teams" {
  value = length(data.connect_traffic_distribution_group_users.teams.user_ids)
}
