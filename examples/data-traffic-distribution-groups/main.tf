terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

data "connect_traffic_distribution_groups" "all" {
  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
}

output "active_groups" {
  value = [for group in data.connect_traffic_distribution_groups.all.groups : group.name if group.status == "ACTIVE"]
}
