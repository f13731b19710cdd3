terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

variable "group_arn" {
  type        = string
  description = "The ARN of the traffic distribution group."
}

variable "active" {
  type        = string
  description = "The Region that takes the calls, and the agents with them."
  default     = "us-east-1"
}

resource "connect_traffic_distribution" "voice" {
  traffic_distribution_group_id = var.group_arn

  dynamic "telephony" {
    for_each = ["us-east-1", "us-west-2"]
    content {
      region     = telephony.value
      percentage = telephony.value == var.active ? 100 : 0
    }
  }

  dynamic "agent" {
    for_each = ["us-east-1", "us-west-2"]
    content {
      region     = agent.value
      percentage = agent.value == var.active ? 100 : 0
    }
  }
}
