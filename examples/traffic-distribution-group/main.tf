terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

resource "connect_traffic_distribution_group" "night" {
  instance_id = "arn:aws:connect:us-east-1:123456789012:instance/11111111-aaaa-4bbb-8ccc-000000000001"
  name        = "Night shift"
  description = "Agents and numbers that move together at night"
  tags        = { team = "night" }
}

data "connect_user" "ada" {
  instance_id = connect_traffic_distribution_group.night.instance_id
  name        = "ada.lovelace"
}

resource "connect_traffic_distribution_group_user" "ada" {
  instance_id                   = connect_traffic_distribution_group.night.instance_id
  traffic_distribution_group_id = connect_traffic_distribution_group.night.arn
  user_id                       = data.connect_user.ada.user_id
}
