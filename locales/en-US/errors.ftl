### The error texts of the instant-messaging SDK, in English: the source of all translations.
###
### A message's value says what happened; its .suggestion, where there is one, says what the user
### can do about it. Both are shown in a toast: one line, no markup. Every message is given the
### variables $code (the number) and $name (the name in the SDK).

# The name of the product. Keep it in Latin letters. In messages, write { -multimedia-plugin }.
-multimedia-plugin = MultimediaPlugin

## Requests and messages

# 0: The call succeeded. Most apps show nothing then.
error-success = The operation succeeded.
# 1: The token that signs the user in is wrong. The Chinese names the token; the English does not,
# because users never see it: they are signed in or not.
error-invalid-token = Your sign-in isn’t valid.
    .suggestion = Sign in again.
# 2: The ticket is wrong. It permits one single action and is not the sign-in token of code 1: use
# another word.
error-invalid-ticket = The ticket isn’t valid.
    .suggestion = Start over and try again.
# 4: The Chinese of this SDK’s reference is 取消请求, “cancel the request”; the references of its
# other SDKs say “invalid request”, as the name does. Translate “canceled”, not the name. The request
# may also have been wrong, so apps should not stay silent on this code.
error-invalid-request = The request was canceled.
# 5: The SDK sent a command that the server does not know, for example because the app is too old.
error-invalid-command = The server doesn’t recognize this command.
    .suggestion = Update the app, or contact support.
# 6: Something failed on the server. Nothing that the user did is wrong.
error-server-error = Something went wrong on the server.
    .suggestion = Try again later.
# 16: The service is overloaded and offers less than usual for a while. It is not down.
error-degradation = The service is limited right now.
    .suggestion = Try again later.
# 17: The user wanted to recall (unsend) a message, and the time for that is over.
error-recall-timeout = It’s too late to recall this message.
# 18: Some quota is used up; the SDK does not say which, so the text must stay general.
error-touch-limit = The limit has been reached.
# 21: The content of one message is too large to be sent. For uploaded files see code 10006.
error-message-too-large = The message is too large.
    .suggestion = Shorten the message and try again.
# 22: The user edited a message again without changing it.
error-message-edit-repeated = The edited message is the same as before.
    .suggestion = Change the content and try again.
# 23: The user sends messages faster than is allowed. The waiting time is not known. The Chinese
# names the limit; the English says what the user did.
error-frequency-limit = You’re sending messages too fast.
    .suggestion = Wait a moment, then send again.
# 24: The app’s own rules refused the action. The Chinese calls it a business error; users do not
# know what that means, so the English says who refused.
error-business-err = The app didn’t allow this action.
    .suggestion = If this keeps happening, contact support.

## Conversations, users and friends

# 50: A group chat no longer exists. The Chinese also calls it a business error, as code 24; the
# English does not. For any other conversation see code 1001, whose text must differ.
error-conv-not-exist = This group chat doesn’t exist.
    .suggestion = Refresh your conversation list.
# 51: The app itself was disabled or deleted by its operator. It is not about the user’s account.
error-app-not-normal = This app has been disabled or deleted.
    .suggestion = Contact support.
# 52: A livestream group can have only so many admins. The user tried to add one more.
error-mass-manager-more-than-limit = This livestream group can’t have more admins.
    .suggestion = Remove some admins and try again.
# 53: The user who acts was blocked. “The user” may be the reader or somebody else: name neither.
error-member-block = The user has been blocked, so this action can’t be performed.
# 54: The user wanted to lift a ban on speaking for all members (“mute all”) that is not in force.
error-conversation-is-not-mute = “Mute all” isn’t turned on for this conversation.
# 55: The user ID and the token belong to different users, so signing in failed. The Chinese names
# the token and the user ID; the English says “sign-in”, as in code 1.
error-userid-mismatch-token = Your sign-in doesn’t belong to this user.
    .suggestion = Sign in again.
# 56: The user wrote to, or acted on, somebody who is not a friend (contact) yet.
error-not-friend = You and this user aren’t friends.
    .suggestion = Add this user as a friend first.
# 57: The user sent a second friend request to somebody who has not answered the first.
error-duplicate-apply = A friend request has already been sent.
    .suggestion = Wait for the other user to respond.
# 58: The user answered a friend request that is no longer open: accepted, declined or expired.
error-not-applying = This friend request isn’t pending, so it can’t be changed.
    .suggestion = Refresh your friend requests.
# 59: Two updates to the same thing arrived at the same time, and this one lost. “Somewhere else” can
# be another device or another person.
error-update-frequent = This was changed somewhere else at the same time.
    .suggestion = Try again.
# 60: The user sent a friend request to somebody who is already a friend.
error-is-friend = You’re already friends.
# 61: The user’s own friend list is full. For the other side’s list, see code 63.
error-friend-more-than-limit = You can’t add more friends.
    .suggestion = Remove some friends and try again.
# 62: The user tried to add themselves as a friend.
error-add-self-friend-not-allow = You can’t add yourself as a friend.
# 63: The friend list of the user who sent the request is full. The reader is accepting that request,
# so say that it is the sender’s list, not the reader’s (code 61).
error-from-user-friend-more-than-limit = The sender of the friend request can’t add more friends.
    .suggestion = Ask the sender to remove some friends first.

## Traffic and sessions

# 200: Traffic from this user or app is blocked by the operator or by an automatic protection.
error-flow-blocked = Access has been blocked.
    .suggestion = Contact support.
# 100: The token that signs the user in is too old. As in code 1, the English does not name it.
error-expired-token = Your sign-in has expired.
    .suggestion = Sign in again.

## Parameters, resources and the server

# 400: The app called the SDK with a value that is not allowed. A mistake in the app: do not blame the user.
error-invalid-param = The app sent a value that isn’t allowed.
    .suggestion = Update the app, or contact support.
# 429: The server has no capacity left for this request. For messages sent too fast see code 23.
error-resource-exhausted = The server is too busy.
    .suggestion = Try again later.
# 500: Something failed inside the service, and nothing more is known. Keep it apart from code 6.
error-internal-error = Something went wrong inside the service.
    .suggestion = Try again later.

## Inside the SDK

# 1000: The app called an SDK function without saying which inbox it means. Only the app’s
# developers can fix it, so the text stays literal: keep InboxType as it is written.
error-invalid-inbox-type = Invalid InboxType: an API that requires InboxType was called without it.
    .suggestion = Update the app, or contact support.
# 1001: The conversation is unknown on this device or was deleted. See code 50 for group chats.
error-conversation-not-exist = This conversation doesn’t exist.
    .suggestion = Refresh your conversation list.
# 1002: The message is unknown on this device or was deleted.
error-message-not-exist = This message doesn’t exist.
# 1003: The device is offline. The message is kept on the device; it is not lost.
error-message-offline = The message hasn’t been sent yet; it’s saved on this device.
    .suggestion = Check your network connection.
# 1004: A message arrived whose type is a negative number. Only the app’s developers can fix it, so
# the text stays literal; “type” is a technical term.
error-unknown-message-type = Unrecognized message type: a message with a negative type was received.
    .suggestion = Update the app, or contact support.
# 1005: A notification arrived without the ID that the server gives a message. Only the app’s
# developers can fix it: keep 50002 and s:server_message_id as they are written.
error-invalid-server-id = Invalid message server ID: a 50002 message was received without the s:server_message_id field.
    .suggestion = Update the app, or contact support.
# 1006: The user acted on a message (for example, recalled or edited it) that is still being sent.
error-message-not-ready = The message isn’t ready: it hasn’t reached the server yet.
    .suggestion = Wait until the message is sent, then try again.
# 1007: The app could not get a new token when the old one expired. As in code 1, the English does
# not name the token.
error-token-func-error = Your sign-in couldn’t be renewed.
    .suggestion = Sign in again.
# 1008: The device has no connection, or it broke.
error-network-error = There’s a problem with the network.
    .suggestion = Check your network connection and try again.

## The multimedia plugin

# 10001: A call to the multimedia plugin had a value that is not allowed. See code 400.
# The name in parentheses says where an error comes from, here and below. The Chinese says that the
# plugin is required.
error-mp-invalid-argument = The app sent a value that isn’t allowed ({ -multimedia-plugin }).
    .suggestion = Update the app, or contact support.
# 10002: The server answered an upload or download with an address that cannot be read.
error-mp-server-url-error = The address from the server can’t be read ({ -multimedia-plugin }).
    .suggestion = Try again later.
# 10003: The user tried to download or open a message that carries no file.
error-mp-not-file-msg = This message isn’t a file ({ -multimedia-plugin }).
# 10004: Sending a file failed. The text must fit pictures, sound and video too.
error-mp-upload-error = The upload failed ({ -multimedia-plugin }).
    .suggestion = Try uploading again.
# 10005: A file is encrypted in a way that this device cannot decrypt.
error-mp-not-support-cipher = The file can’t be decrypted ({ -multimedia-plugin }).
    .suggestion = Ask the sender to send it again.
# 10006: The file that the user sends is too large. For long texts see code 21.
error-mp-volume-exceed-upper-limit = The file is too large ({ -multimedia-plugin }).
    .suggestion = Choose a smaller file.

## Numbers outside the table

# A number that this version does not know, from a newer or a sibling SDK.
# $code: that number, such as 99999.
error-unknown = An unknown error occurred (code { $code }).
