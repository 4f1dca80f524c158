### 即时通讯 SDK 的错误文案（简体中文）。
###
### 消息的值说明发生了什么；.suggestion（如果有）告诉用户可以怎么做。
### 文案与 SDK 参考文档逐字一致。说明见 en-US 中每条消息上方的注释。

# 产品名，保留拉丁字母。文案中写作 { -multimedia-plugin }。
-multimedia-plugin = MultimediaPlugin

## 请求与消息

error-success = 成功
error-invalid-token = 无效 token
    .suggestion = 请重新登录
error-invalid-ticket = 无效 ticket
    .suggestion = 请重新操作
error-invalid-request = 取消请求
error-invalid-command = 无效命令
    .suggestion = 请更新应用，或联系客服
error-server-error = 服务端错误
    .suggestion = 请稍后重试
error-degradation = 服务降级
    .suggestion = 请稍后重试
error-recall-timeout = 撤回超时
error-touch-limit = 到达上限
error-message-too-large = 消息体大小超过限制
    .suggestion = 请缩短内容后重试
error-message-edit-repeated = 相同的消息内容重复编辑
    .suggestion = 请修改内容后重试
error-frequency-limit = 发消息超过频控限制
    .suggestion = 请稍后再发送
error-business-err = 业务错误
    .suggestion = 如多次出现，请联系客服

## 会话、用户与好友

error-conv-not-exist = 业务错误 群聊不存在
    .suggestion = 请刷新会话列表
error-app-not-normal = app已经被停用或者删除
    .suggestion = 请联系客服
error-mass-manager-more-than-limit = 直播群管理员超过限制
    .suggestion = 请移除部分管理员后重试
error-member-block = 用户被拉黑 无法执行此操作
error-conversation-is-not-mute = 会话并没有全局禁言
error-userid-mismatch-token = userid与token校验不匹配，鉴权失败
    .suggestion = 请重新登录
error-not-friend = 不是好友
    .suggestion = 请先添加对方为好友
error-duplicate-apply = 重复发起好友申请
    .suggestion = 请等待对方处理
error-not-applying = 不是申请中，无法修改好友申请状态
    .suggestion = 请刷新好友申请列表
error-update-frequent = 更新有并发问题
    .suggestion = 请重试
error-is-friend = 已经是好友了
error-friend-more-than-limit = 好友个数超过上限
    .suggestion = 请删除部分好友后重试
error-add-self-friend-not-allow = 添加自己为好友不被允许
error-from-user-friend-more-than-limit = 好友申请发起方的好友个数超过上限
    .suggestion = 请让对方先删除部分好友

## 流量与登录状态

error-flow-blocked = 流量封禁
    .suggestion = 请联系客服
error-expired-token = token过期
    .suggestion = 请重新登录

## 参数、资源与服务端

error-invalid-param = 传入参数不合法
    .suggestion = 请更新应用，或联系客服
error-resource-exhausted = 资源耗尽
    .suggestion = 请稍后重试
error-internal-error = 内部错误
    .suggestion = 请稍后重试

## SDK 内部

error-invalid-inbox-type = 不合法的 InboxType, 由于某个必须指定 InboxType 的接口未传入 InboxType 导致
    .suggestion = 请更新应用，或联系客服
error-conversation-not-exist = 会话不存在
    .suggestion = 请刷新会话列表
error-message-not-exist = 消息不存在
error-message-offline = 消息尚未发送（消息离线保存）
    .suggestion = 请检查网络连接
# lint: allow typing
error-unknown-message-type = 无法识别的消息类型, 收到了 type 为负数的消息
    .suggestion = 请更新应用，或联系客服
error-invalid-server-id = 不合法的 Message Server Id, 收到 50002 消息时没有 s:server_message_id 字段
    .suggestion = 请更新应用，或联系客服
# lint: allow typing
error-message-not-ready = 消息尚未准备好, 在消息还未到达服务端时就尝试对其进行操作
    .suggestion = 请等待消息发送完成后再试
# lint: allow typing
error-token-func-error = Token 函数失败, 自动刷新 Token 机制未能获取到可用的新 Token
    .suggestion = 请重新登录
error-network-error = 网络错误
    .suggestion = 请检查网络连接后重试

## 多媒体插件

error-mp-invalid-argument = 参数不合法，需要 { -multimedia-plugin }。
    .suggestion = 请更新应用，或联系客服
error-mp-server-url-error = 无法解析返回的 url，需要 { -multimedia-plugin }。
    .suggestion = 请稍后重试
error-mp-not-file-msg = 不是一个文件消息，需要 { -multimedia-plugin }。
error-mp-upload-error = 上传出错，需要 { -multimedia-plugin }。
    .suggestion = 请重新上传
error-mp-not-support-cipher = 解密失败，需要{ -multimedia-plugin }
    .suggestion = 请让对方重新发送
error-mp-volume-exceed-upper-limit = 上传文件体积超过上限，需要{ -multimedia-plugin }
    .suggestion = 请选择较小的文件

## 表外的错误码

error-unknown = 未知错误（错误码：{ $code }）
