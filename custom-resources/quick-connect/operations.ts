import type { Operations } from '../contract/operations';

export const operations: Operations = {
  plan: {
    GetServiceQuota: 'how many quick connects the instance may have, where plans that create some are checked; optional',
    DescribeQuickConnect: 'reads a quick connect by itself',
    SearchQuickConnects: 'reads all quick connects of the instance, in bulk refresh; who has a name that is taken',
    ListQuickConnects: 'how many there are, where a plan may have no room for more',
    ListQueues: 'where `queue_ids` is declared, and for an import; whether the queues are there, where plans are checked',
    ListQueueQuickConnects: 'which queues offer the quick connect, where `queue_ids` is declared, and for an import',
    DescribeInstance: 'whether the instance is there, when the quick connect is not',
    DescribeUser: 'whether the user is there, where plans are checked',
    ListUsers: 'the same, where many are asked for',
    SearchUsers: 'the same, where many are asked for',
  },
  create: {
    CreateQuickConnect: 'makes the quick connect, with its tags',
    SearchQuickConnects: 'when the name is taken: which one has it',
    AssociateQueueQuickConnects: '`queue_ids`',
    DescribeUser: 'while a new user is not known everywhere',
    DescribeQuickConnect: 'while the new quick connect is not known everywhere',
  },
  update: {
    DescribeQuickConnect: 'looks before it writes',
    DescribeUser: 'while a new user is not known everywhere',
    UpdateQuickConnectConfig: '`user_config`, `queue_config`, `phone_config`',
    UpdateQuickConnectName: '`name` and `description`',
    AssociateQueueQuickConnects: '`queue_ids`',
    DisassociateQueueQuickConnects: '`queue_ids`',
    TagResource: '`tags`',
    UntagResource: '`tags`',
    CreateQuickConnect: 'of one that went with the user whom it pointed at',
    SearchQuickConnects: 'when the name of that one is taken: which one has it',
  },
  delete: {
    DeleteQuickConnect: 'deletes the quick connect',
    ListQueues: 'which queues offer it, if the deletion is refused for that',
    ListQueueQuickConnects: 'which queues offer it, if the deletion is refused for that',
    DisassociateQueueQuickConnects: 'ends these offers',
    DescribeInstance: 'whether the instance is there, when the quick connect is not',
  },
};
