### The error texts of the instant-messaging SDK, in English: the source of all translations.
###
### A message's value says what happened; its .suggestion, where there is one, says what the user
### can do about it. Both are shown in a toast: one line, no markup. Every message is given the
### variables $code (the number) and $name (the name in the SDK).

# The name of the product. Keep it in Latin letters. Texts name it as { -multimedia-plugin }.
-multimedia-plugin = MultimediaPlugin

## Requests and messages

# 0: The call worked. Seldom shown: most apps say nothing when all is well.
error-success = The operation succeeded.
# 1: The token that signs the user in is wrong. “Token” is a technical term; many languages keep it.
error-invalid-token = The token is invalid.
    .suggestion = Sign in again.
# 2: The ticket (a pass for one single action, not the sign-in token) is wrong.
# Use another word than for “token”.
error-invalid-ticket = The ticket is invalid.
# 4: The request was canceled before it ended. The name says “invalid”, but the text is right:
# the SDK’s reference says 取消请求, “cancel the request”. Do not translate the name.
error-invalid-request = The request was canceled.
# 5: The SDK sent a command that the server does not know, as after a version mismatch.
error-invalid-command = The command is invalid.
# 6: Something failed on the server. Nothing that the user did is wrong.
error-server-error = A server error occurred.
    .suggestion = Try again later.
# 16: The service is overloaded and offers less than usual for a while. “Degraded” is not “down”.
error-degradation = The service is degraded.
    .suggestion = Try again later.
# 17: The user wanted to recall (unsend) a message, and the time for that is over.
error-recall-timeout = The time limit for recalling this message has passed.
# 18: Some quota is used up; the SDK does not say which, so the text must stay general.
error-touch-limit = The limit has been reached.
# 21: The content of one message is too large to be sent. For uploaded files see code 10006.
error-message-too-large = The message body exceeds the size limit.
    .suggestion = Shorten the message and try again.
# 22: The user edited a message again without changing it.
error-message-edit-repeated = The message was edited again with the same content.
    .suggestion = Change the content and try again.
# 23: The user sends messages faster than is allowed. The waiting time is not known.
error-frequency-limit = Messages are being sent too frequently.
    .suggestion = Wait a moment before sending again.
# 24: The app’s own business rules refused the action. “Business” means the app’s logic, not commerce.
error-business-err = A business error occurred.

## Conversations, users and friends

# 50: A business error (as code 24) about a group chat that is gone. For any other conversation see
# code 1001, whose text must differ.
error-conv-not-exist = Business error: the group chat doesn’t exist.
    .suggestion = Refresh your conversation list.
# 51: The app itself was disabled or deleted by its operator. It is not about the user’s account.
error-app-not-normal = The app has been disabled or deleted.
    .suggestion = Contact support.
# 52: A livestream group can have only so many admins. The user tried to add one more.
error-mass-manager-more-than-limit = The number of livestream group admins exceeds the limit.
    .suggestion = Remove some admins and try again.
# 53: The user who acts was blocked. “The user” is the reader or somebody else: name neither.
error-member-block = The user has been blocked, so this action can’t be performed.
# 54: The user wanted to lift a ban on speaking for all members (“mute all”) that is not in force.
error-conversation-is-not-mute = Mute all isn’t turned on for this conversation.
# 55: The user ID and the token belong to different users, so signing in failed.
# “Token” as in code 1, “user ID” as the app names it.
error-userid-mismatch-token = Authentication failed because the user ID doesn’t match the token.
    .suggestion = Sign in again.
# 56: The user wrote to, or acted on, somebody who is not a friend (contact) yet.
error-not-friend = You and this user aren’t friends.
    .suggestion = Add this user as a friend first.
# 57: The user sent a second friend request to somebody who has not answered the first.
error-duplicate-apply = A friend request has already been sent.
    .suggestion = Wait for the other user to respond.
# 58: The user answered a friend request that is no longer open: accepted, declined or expired.
error-not-applying = The friend request isn’t pending, so its status can’t be changed.
    .suggestion = Refresh your friend requests.
# 59: Two updates to the same thing arrived at the same time, and this one lost.
error-update-frequent = The update conflicted with another update.
    .suggestion = Try again later.
# 60: The user sent a friend request to somebody who is already a friend.
error-is-friend = You’re already friends.
# 61: The user’s own friend list is full. For the other side’s list, see code 63.
error-friend-more-than-limit = The number of friends exceeds the limit.
    .suggestion = Remove some friends and try again.
# 62: The user tried to add themselves as a friend.
error-add-self-friend-not-allow = You can’t add yourself as a friend.
# 63: The friend list of the user who sent the request is full. The reader is accepting that request,
# so say that it is the sender’s list, not the reader’s (code 61).
error-from-user-friend-more-than-limit = The sender of the friend request has exceeded the friend limit.

## Traffic and sessions

# 200: Traffic from this user or app is blocked for now, by the operator or by an automatic protection.
error-flow-blocked = Traffic has been blocked.
    .suggestion = Try again later, or contact support.
# 100: The token that signs the user in is too old. “Token” as in code 1.
error-expired-token = The token has expired.
    .suggestion = Sign in again.

## Parameters, resources and the server

# 400: The app called the SDK with a value that is not allowed. A mistake in the app: do not blame the user.
error-invalid-param = An invalid parameter was passed in.
# 429: The server has no capacity left for this request. For messages sent too fast see code 23.
error-resource-exhausted = Resources have been exhausted.
    .suggestion = Try again later.
# 500: Something failed inside the service, and nothing more is known. Keep it apart from code 6.
error-internal-error = An internal error occurred.
    .suggestion = Try again later.

## Inside the SDK

# 1000: The app called an SDK function without saying which inbox it means. For developers:
# keep InboxType as it is written.
error-invalid-inbox-type = Invalid InboxType: an API that requires InboxType was called without it.
# 1001: The conversation is unknown on this device or was deleted. See code 50 for group chats.
error-conversation-not-exist = The conversation doesn’t exist.
    .suggestion = Refresh your conversation list.
# 1002: The message is unknown on this device or was deleted.
error-message-not-exist = The message doesn’t exist.
# 1003: The device is offline. The message is kept on the device; it is not lost.
error-message-offline = The message hasn’t been sent yet (it’s saved offline).
    .suggestion = Check your network connection and resend the message.
# 1004: A message arrived whose type is a negative number. For developers: “type” is a technical term.
error-unknown-message-type = Unrecognized message type: a message with a negative type was received.
# 1005: A notification arrived without the ID that the server gives a message. For developers:
# keep 50002 and s:server_message_id as they are written.
error-invalid-server-id = Invalid message server ID: a 50002 message was received without the s:server_message_id field.
# 1006: The user acted on a message (recalled or edited it, say) that is still being sent.
error-message-not-ready = The message isn’t ready: an operation was attempted before it reached the server.
    .suggestion = Wait until the message is sent, then try again.
# 1007: The app could not fetch a new token when the old one ran out. “Token” as in code 1.
error-token-func-error = The token function failed: automatic refresh couldn’t get a new valid token.
    .suggestion = Sign in again.
# 1008: The device has no connection, or it broke.
error-network-error = A network error occurred.
    .suggestion = Check your network connection and try again.

## The multimedia plugin

# 10001: A call to the multimedia plugin had a value that is not allowed. See code 400.
# Keep the term { -multimedia-plugin }: it is the name of the product.
error-mp-invalid-argument = The argument is invalid. { -multimedia-plugin } is required.
# 10002: The server answered an upload or download with an address that makes no sense.
error-mp-server-url-error = The returned URL can’t be parsed. { -multimedia-plugin } is required.
    .suggestion = Try again later.
# 10003: The user tried to download or open a message that carries no file.
error-mp-not-file-msg = This isn’t a file message. { -multimedia-plugin } is required.
# 10004: Sending a file failed. The text must fit pictures, sound and video too.
error-mp-upload-error = An upload error occurred. { -multimedia-plugin } is required.
    .suggestion = Try uploading again.
# 10005: A file came encrypted in a way that this device cannot decrypt.
error-mp-not-support-cipher = Decryption failed. { -multimedia-plugin } is required.
# 10006: The file that the user sends is too large. For long texts see code 21.
error-mp-volume-exceed-upper-limit = The uploaded file exceeds the size limit. { -multimedia-plugin } is required.
    .suggestion = Choose a smaller file.

## Numbers outside the table

# A number that this version does not know, from a newer or a sibling SDK.
# $code: that number, such as 99999.
error-unknown = An unknown error occurred (code { $code }).
