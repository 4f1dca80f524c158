chat-title = Chat with { $friend }
# A message of the crate in one of the application's: only one bundle for both can do this.
chat-offline = Offline. { error-network-error }
