chat-title = Chat with { $friend }
# References one of the crate's messages, which takes a bundle that has both.
chat-offline = Offline. { error-network-error }
