chat-title = 与{ $friend }聊天
chat-offline = 离线：{ error-network-error }
