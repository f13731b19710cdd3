terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

data "connect_queue" "support" {
  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
  name        = "Support"
}

output "support_queue" {
  value = data.connect_queue.support.arn
}
